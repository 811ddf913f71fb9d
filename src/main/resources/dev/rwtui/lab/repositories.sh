# An origin, and a clone of it in each state that a git-sync knows. Runs in the lab's directory. That git reads no settings
# and asks for no author is the environment's business.
set -e
origin=$PWD/origin/vision.git

commit() {
  git -C "$1" add -A
  git -C "$1" commit -q -m "$2"
}

# Whoever is at the keyboard has the newest commit, and has told where each host keeps the repository. Nobody sees it
# before all is made.
git init -q --bare origin/vision.git
git --git-dir=origin/vision.git symbolic-ref HEAD refs/heads/main
git init -q here/making
cd here/making
git symbolic-ref HEAD refs/heads/main
git remote add origin "$origin"
mkdir vision configs
printf '# Vision\n\nSegmentation of streets.\n' >README.md
printf '*.pt\nruns/\n__pycache__/\n' >.gitignore
printf 'import torch\n\nLEARNING_RATE = 0.001\n\n\ndef step(model, batch):\n    return model(batch).mean()\n' >vision/train.py
printf 'crop: 512\nbatch: 8\n' >configs/streets.yaml
commit . 'Train on streets'
git push -q -u origin main
cd ../..

git clone -q "$origin" home-direwolf/code/vision

cd here/making
printf 'import torch\n\nLEARNING_RATE = 0.0005\n\n\ndef step(model, batch):\n    return model(batch).mean()\n' >vision/train.py
printf 'import torch\n\n\ndef accuracy(predicted, truth):\n    return (predicted == truth).float().mean()\n' >vision/measure.py
commit . 'Measure the accuracy'
git push -q origin main
for host in cued direwolf gpu08 gpu09; do
  git config "rwtui.$host.path" '~/code/vision'
done
cd ../..

# direwolf: the files of the newest commit were uploaded over the one before; the notes exist nowhere else.
cp here/making/vision/*.py home-direwolf/code/vision/vision/
printf 'Batches of 16 run out of memory.\n' >home-direwolf/code/vision/notes.txt

# gpu08: a commit that nobody else has.
git clone -q "$origin" home-gpu08/code/vision
printf 'crop: 768\nbatch: 4\n' >home-gpu08/code/vision/configs/streets.yaml
commit home-gpu08/code/vision 'Try larger crops'

# gpu09: the same code. cued has no clone.
git clone -q "$origin" home-gpu09/code/vision

mv here/making here/vision
